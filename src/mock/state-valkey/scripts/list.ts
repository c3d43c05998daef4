/**
 * Lists sandboxes, the least recently used first. Arguments: prefix, time to live. Replies name, settings, last entry of
 * the journal and the last one that was cleared, for each.
 */
export const LIST = `
sweep(tonumber(ARGV[2]))
local listed = {}
for _, name in ipairs(redis.call('ZRANGE', prefix .. 'used', 0, -1)) do
  local settings = redis.call('HGET', prefix .. 'log:' .. name, 'settings')
  local counts = redis.call('HMGET', prefix .. 'counts:' .. name, 'last', 'cleared')
  if settings then
    listed[#listed + 1] = { name, settings, counts[1] or '0', counts[2] or '0' }
  elseif not counts[1] and redis.call('EXISTS', prefix .. 'log:' .. name) == 0 then
    redis.call('ZREM', prefix .. 'used', name)
  end
end
return listed
`;
