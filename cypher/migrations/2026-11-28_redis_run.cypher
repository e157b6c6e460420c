// What a Redis was when it was last healthy: the label Memory becomes RedisRun. Other records had that label that only
// noted how far handles and words had been completed, which migrations do now.
MATCH (m:Memory) WHERE m.name IN ['looks', 'words'] DELETE m
;
MATCH (m:Memory) SET m:RedisRun REMOVE m:Memory
;
DROP CONSTRAINT memory_name IF EXISTS
