/**
 * Adds entries to a journal.
 *
 * Arguments: prefix, time to live, limit of sandboxes, sandbox, entries that are kept, number of new ones, number of
 * names, for each its name and count, and the newest entries as texts. Where those are fewer than are new, the older ones
 * go, so that the ids of what is kept follow from its place.
 */
export const APPEND_ENTRIES = `
local ttl, limit, name = tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local counts, journal = prefix .. 'counts:' .. name, prefix .. 'journal:' .. name
redis.call('HINCRBY', counts, 'last', ARGV[6])
local texts = 8 + 2 * tonumber(ARGV[7])
for at = 8, texts - 2, 2 do redis.call('HINCRBY', counts, 'of ' .. ARGV[at], ARGV[at + 1]) end
if #ARGV - texts + 1 < tonumber(ARGV[6]) then redis.call('DEL', journal) end
for first = texts, #ARGV, 1000 do
  redis.call('RPUSH', journal, unpack(ARGV, first, math.min(first + 999, #ARGV)))
end
redis.call('LTRIM', journal, '-' .. ARGV[5], -1)
if redis.call('ZADD', prefix .. 'used', 'NX', string.format('%.0f', now()), name) == 1 then
  admit(name, ttl, limit)
end
if ttl > 0 then
  redis.call('PEXPIRE', counts, ttl)
  redis.call('PEXPIRE', journal, ttl)
end
`;

/** Reads a journal after an entry. Arguments: prefix, sandbox, id. Replies id of the first entry, counts, and texts. */
export const READ_ENTRIES = `
local counts, journal = prefix .. 'counts:' .. ARGV[2], prefix .. 'journal:' .. ARGV[2]
local before = tonumber(redis.call('HGET', counts, 'last') or 0) - redis.call('LLEN', journal)
local first = math.max(tonumber(ARGV[3]), before)
return { first + 1, redis.call('HGETALL', counts), redis.call('LRANGE', journal, first - before, -1) }
`;

/** Forgets entries and counts. Arguments: prefix, sandbox. */
export const CLEAR_ENTRIES = `
local counts = prefix .. 'counts:' .. ARGV[2]
local last, left = redis.call('HGET', counts, 'last'), redis.call('PTTL', counts)
if not last then return end
redis.call('DEL', counts, prefix .. 'journal:' .. ARGV[2])
redis.call('HSET', counts, 'last', last, 'cleared', last)
if left > 0 then redis.call('PEXPIRE', counts, left) end
`;
