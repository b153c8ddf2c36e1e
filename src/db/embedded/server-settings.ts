/** Values are written quoted; a number or a boolean is written as such. */
export type ServerSettings = Readonly<Record<string, string | number | boolean>>;

const MB = 1024 * 1024;
const megabytes = (bytes: number): string => `${Math.floor(bytes / MB)}MB`;

/**
 * The settings of the embedded server, from what the machine has.
 *
 * @param memory bytes the server and the app may use together (the container's limit, where there is one)
 * @param sharedMemory bytes of /dev/shm; undefined where that does not exist
 */
export function serverSettings(memory: number, sharedMemory: number | undefined): ServerSettings {
  // 256 MB is what stack.md measured with; a machine with less than 2 GB gives an eighth.
  const sharedBuffers = Math.min(256 * MB, Math.max(32 * MB, memory / 8));
  return {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    max_connections: 60,
    password_encryption: 'scram-sha-256',

    shared_buffers: megabytes(sharedBuffers),
    effective_cache_size: megabytes(Math.max(64 * MB, memory / 2)),
    work_mem: '16MB',
    maintenance_work_mem: megabytes(Math.min(256 * MB, Math.max(32 * MB, memory / 16))),
    // Docker gives 64 MB of /dev/shm; parallel hash joins pass their tables through it and fail when it is full.
    ...(sharedMemory !== undefined && sharedMemory < 512 * MB ? { max_parallel_workers_per_gather: 0 } : {}),

    fsync: true,
    full_page_writes: true,
    synchronous_commit: true,
    // The binaries have only pglz, which is slow: it took 3 of the 15 ms of logging a moment.
    wal_compression: false,
    max_wal_size: '2GB',

    random_page_cost: 1.1,
    jit: false,
    // A named statement slips into a generic plan after five runs: 0.7 -> 8 ms for a range query (stack.md, section 1). Where it
    // may be kept a transaction says so itself (transaction.ts).
    plan_cache_mode: 'force_custom_plan',

    timezone: 'UTC',
    log_timezone: 'UTC',

    // No statements, parameters or details: those hold names and addresses of people.
    logging_collector: true,
    log_filename: 'postgresql-%Y%m%d-%H%M%S.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '10MB',
    log_min_messages: 'error',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: false,
    log_autovacuum_min_duration: -1,
  };
}

/**
 * The text of the settings file. It begins with what initdb found out about this machine (kind of shared memory, locales);
 * what an expert sets with ALTER SYSTEM wins over all of it.
 */
export function settingsText(cluster: string, settings: ServerSettings): string {
  const lines = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z_]+(\.[a-z_]+)?$/.test(name)) throw new Error(`not the name of a PostgreSQL setting: ${name}`);
    return `${name} = ${settingValue(value)}`;
  });
  return [
    `# Written by Aanhouder at each start.`,
    `include = ${quoted(`${cluster}/postgresql.conf`)}`,
    ...lines,
    '',
  ].join('\n');
}

function settingValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'number' ? String(value) : quoted(value);
}

/** As in postgresql.conf: quotes are doubled, a backslash escapes. */
function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
