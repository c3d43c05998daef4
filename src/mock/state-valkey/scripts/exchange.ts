/**
 * Answers any number of questions, one after the other.
 *
 * Arguments: prefix, time to live, limit of sandboxes; then for each question its sandbox, log, version, 1 if the use is to
 * be noted, 1 if it removes, number of transactions, these, settings, number of messages, and for each its id and text.
 *
 * Replies: a number of transactions that no state stands for, or -1 where there is no sandbox; log and version of one that
 * was created; or log, version, 1 if this is all, and the news as texts. Nothing is read or written of the texts themselves.
 *
 * All is stored or nothing: a server that is full refuses the first write of a script, and no later one.
 */
export const EXCHANGE = `
local ttl, limit = tonumber(ARGV[2]), tonumber(ARGV[3])
local at, last, replies = 4, #ARGV, {}
local name, log, version, count, key, found, current, base

local function store(from)
  local fields = { 'version', from + count }
  for offset = 1, count do
    fields[#fields + 1] = from + offset
    fields[#fields + 1] = ARGV[at + 5 + offset]
    if #fields >= 2000 then
      redis.call('HSET', key, unpack(fields))
      fields = { 'version', from + count }
    end
  end
  local settings = ARGV[at + 6 + count]
  if settings ~= '' then
    fields[#fields + 1] = 'settings'
    fields[#fields + 1] = settings
  end
  redis.call('HSET', key, unpack(fields))
end

local function create()
  local born = math.max(now(), tonumber(redis.call('GET', prefix .. 'born') or 0) + 1)
  found = string.format('%.0f', born)
  redis.call('SET', prefix .. 'born', found)
  redis.call('DEL', prefix .. 'state:' .. name)
  redis.call('HSET', key, 'log', found, 'base', 0)
  store(0)
  return { found, count }
end

local function send()
  local first = at + 8 + count
  for offset = 0, 2 * tonumber(ARGV[at + 7 + count]) - 2, 2 do
    redis.call('XADD', prefix .. 'deliveries', '*', 'sandbox', name, 'log', found,
      'id', ARGV[first + offset], 'text', ARGV[first + offset + 1])
  end
end

local function read(reply, from)
  while from < current do
    local fields = {}
    for field = from + 1, math.min(from + 1000, current) do fields[#fields + 1] = field end
    for _, text in ipairs(redis.call('HMGET', key, unpack(fields))) do reply[#reply + 1] = text end
    from = from + 1000
  end
  return reply
end

local function tell()
  if not found then return { '', 0, 1 } end
  if found == log and version >= base and version <= current then
    return read({ found, current, 0 }, version)
  end
  local reply = { found, current, 1 }
  if base > 0 then
    local state = redis.call('LRANGE', prefix .. 'state:' .. name, 0, -1)
    -- The server was told to drop keys where its memory is full, and dropped this one.
    if #state == 0 then
      forget(name)
      found = false
      return { '', 0, 1 }
    end
    for _, text in ipairs(state) do reply[#reply + 1] = text end
  end
  return read(reply, base)
end

local function answer()
  if (found or '') ~= log or (found and version ~= current) then return tell() end
  if ARGV[at + 4] == '1' then
    forget(name)
    return -1
  end
  if not found then
    if count == 0 then return -1 end
    local reply = create()
    send()
    return reply
  end
  if count > 0 then store(current) end
  send()
  return current + count - base
end

while at <= last do
  name, log, version, count = ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2]), tonumber(ARGV[at + 5])
  key = prefix .. 'log:' .. name
  local head = redis.call('HMGET', key, 'log', 'version', 'base')
  found, current, base = head[1], tonumber(head[2] or 0), tonumber(head[3] or 0)
  local isNew = not found
  local reply = answer()
  replies[#replies + 1] = reply
  if found and reply ~= -1 and (isNew or ARGV[at + 3] == '1') then
    use(name)
    keep(name, ttl)
    if isNew then admit(name, ttl, limit) end
  end
  at = at + 8 + count + 2 * tonumber(ARGV[at + 7 + count])
end
return replies
`;
