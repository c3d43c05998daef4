/**
 * Puts a state, which was stored beside, in the place of the transactions up to a version.
 *
 * Arguments: prefix, sandbox, log, version, key of the state. Replies 1 if the state is used.
 */
export const COMPACT = `
local name, version, staged = ARGV[2], tonumber(ARGV[4]), ARGV[5]
local key = prefix .. 'log:' .. name
local head = redis.call('HMGET', key, 'log', 'version', 'base')
local base = tonumber(head[3] or 0)
if head[1] ~= ARGV[3] or version <= base or version > tonumber(head[2]) or redis.call('EXISTS', staged) == 0 then
  redis.call('DEL', staged)
  return 0
end
redis.call('RENAME', staged, prefix .. 'state:' .. name)
local left = redis.call('PTTL', key)
if left > 0 then
  redis.call('PEXPIRE', prefix .. 'state:' .. name, left)
else
  redis.call('PERSIST', prefix .. 'state:' .. name)
end
redis.call('HSET', key, 'base', version)
while base < version do
  local fields = {}
  for field = base + 1, math.min(base + 1000, version) do fields[#fields + 1] = field end
  redis.call('HDEL', key, unpack(fields))
  base = base + 1000
end
return 1
`;
