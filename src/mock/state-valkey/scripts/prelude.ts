/**
 * Start of every script: what scripts share, as they are functions without a library.
 *
 * Keys of a sandbox are `log:` (hash: `log`, `version`, `base`, `settings`, and each transaction under its version),
 * `state:` (list: the state at version `base`, in parts), `journal:` (list: the newest entries) and `counts:` (hash).
 * `used` (sorted set) has when each sandbox was last used, in microseconds; `born` the newest id of a log.
 */
export const PRELUDE = `
local prefix = ARGV[1]
local kinds = { 'log:', 'state:', 'journal:', 'counts:' }
local moment

local function now()
  if not moment then
    local time = redis.call('TIME')
    moment = time[1] * 1000000 + time[2]
  end
  return moment
end

local function forget(name)
  for _, kind in ipairs(kinds) do redis.call('DEL', prefix .. kind .. name) end
  redis.call('ZREM', prefix .. 'used', name)
end

local function keep(name, ttl)
  if ttl == 0 then return end
  for _, kind in ipairs(kinds) do redis.call('PEXPIRE', prefix .. kind .. name, ttl) end
end

local function sweep(ttl)
  if ttl > 0 then
    redis.call('ZREMRANGEBYSCORE', prefix .. 'used', '-inf', string.format('%.0f', now() - ttl * 1000))
  end
end

-- Makes room for a sandbox that was just added to those in use.
local function admit(name, ttl, limit)
  sweep(ttl)
  if limit == 0 then return end
  for _ = 1, redis.call('ZCARD', prefix .. 'used') - limit do
    local oldest = redis.call('ZRANGE', prefix .. 'used', 0, 1)
    forget(oldest[1] == name and oldest[2] or oldest[1])
  end
end

local function use(name)
  return redis.call('ZADD', prefix .. 'used', string.format('%.0f', now()), name)
end
`;
