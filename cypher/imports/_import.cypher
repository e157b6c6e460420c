// An import `i`: StoredImport.
i { .id, .kind, .state, .at, .size, .dueAt, .waits, .tally }
