/**
 * Start of the scripts of messages: a stream and its consumer group, which has one consumer only.
 *
 * A claim is known by how often its message was claimed. Its lease is stored as the time for which it has been idle, so
 * that it is idle for `LEASES` milliseconds when its lease is over, whoever looks.
 */
const DELIVERIES = `
local LEASES = 86400000
local key = prefix .. 'deliveries'

local function lease(entry, milliseconds)
  local idle = math.max(LEASES - tonumber(milliseconds), 0)
  redis.call('XCLAIM', key, 'servers', 'server', 0, entry, 'IDLE', idle, 'JUSTID')
end

local function finish(entry)
  redis.call('XACK', key, 'servers', entry)
  redis.call('XDEL', key, entry)
end

-- Whether the log of its sandbox is still there: otherwise the message goes as well.
local function isAlive(fields)
  return redis.call('HGET', prefix .. 'log:' .. fields[2], 'log') == fields[4]
end

local function countClaims(entry)
  local pending = redis.pcall('XPENDING', key, 'servers', entry, entry, 1)
  return not pending.err and pending[1] and pending[1][4] or 0
end
`;

/** Claims messages. Arguments: prefix, limit, lease. Replies entry, claims, sandbox, id and text, for each. */
export const CLAIM = `${DELIVERIES}
local limit, claimed = tonumber(ARGV[2]), {}

local function take(entries)
  for _, entry in ipairs(entries) do
    local fields = entry and entry[2]
    if fields and isAlive(fields) then
      lease(entry[1], ARGV[3])
      claimed[#claimed + 1] = { entry[1], countClaims(entry[1]), fields[2], fields[6], fields[8] }
    elseif entry then
      finish(entry[1])
    end
  end
end

if redis.call('EXISTS', key) == 0 then return claimed end
local cursor = '0-0'
repeat
  local found = redis.pcall('XAUTOCLAIM', key, 'servers', 'server', LEASES, cursor, 'COUNT', limit - #claimed)
  if found.err then
    if string.find(found.err, 'NOGROUP', 1, true) == nil then return found end
    redis.call('XGROUP', 'CREATE', key, 'servers', 0)
    break
  end
  cursor = found[1]
  take(found[2])
until cursor == '0-0' or #claimed >= limit
while #claimed < limit do
  local found = redis.call('XREADGROUP', 'GROUP', 'servers', 'server', 'COUNT', limit - #claimed, 'STREAMS', key, '>')
  if not found then break end
  take(found[1][2])
end
return claimed
`;

/** Keeps a claim. Arguments: prefix, entry, claims, lease. Replies 1 if it is still one. */
export const EXTEND = `${DELIVERIES}
if countClaims(ARGV[2]) ~= tonumber(ARGV[3]) then return 0 end
local entry = redis.call('XRANGE', key, ARGV[2], ARGV[2])[1]
if not entry or not isAlive(entry[2]) then return 0 end
lease(ARGV[2], ARGV[4])
return 1
`;

/** Ends a message. Arguments: prefix, entry. */
export const END = `${DELIVERIES}
if redis.call('EXISTS', key) == 1 then finish(ARGV[2]) end
`;
