/** The server's settings for this machine. Written anew at every start; local changes belong in `ALTER SYSTEM`. */

export type Settings = Readonly<Record<string, string>>;

const MB = 1024 * 1024;
const between = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)));

/**
 * @param memoryBytes memory this process may use: the machine's, or its container's limit
 * @param cores processors
 * @returns settings by name. 8 GB give 512 MB of shared buffers, which a fast stop writes out within its three seconds;
 *   few helper processes, because the whole product has 500 MB when idle.
 */
export function tune(memoryBytes: number, cores: number): Settings {
  const memoryMb = memoryBytes / MB;
  const parallel = between(1, cores / 2, 4);
  return {
    max_connections: "100",
    shared_buffers: `${between(64, memoryMb / 16, 1024)}MB`,
    effective_cache_size: `${between(128, memoryMb / 2, 65_536)}MB`,
    work_mem: `${between(4, memoryMb / 512, 32)}MB`,
    maintenance_work_mem: `${between(32, memoryMb / 32, 512)}MB`,
    huge_pages: "try",
    // An acknowledged message is on disk (architecture.md §4).
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    wal_compression: "on",
    wal_level: "replica",
    max_wal_senders: "2",
    max_wal_size: "2GB",
    min_wal_size: "128MB",
    checkpoint_completion_target: "0.9",
    bgwriter_delay: "50ms",
    bgwriter_lru_maxpages: "400",
    io_method: "worker",
    io_workers: String(between(1, cores, 3)),
    max_worker_processes: "8",
    max_parallel_workers: String(between(1, cores, 8)),
    max_parallel_workers_per_gather: String(parallel),
    max_logical_replication_workers: "0",
    // Short queries at a steady rate: compiling them costs more than it saves.
    jit: "off",
    random_page_cost: "1.1",
    autovacuum_max_workers: "2",
    autovacuum_naptime: "20s",
    autovacuum_vacuum_scale_factor: "0.05",
    autovacuum_analyze_scale_factor: "0.02",
    autovacuum_vacuum_cost_limit: "1000",
    idle_in_transaction_session_timeout: "10min",
    track_io_timing: "on",
    // The owner creates the application role and may then step into it.
    createrole_self_grant: "set, inherit",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    datestyle: "iso, ymd",
    default_text_search_config: "pg_catalog.simple",
    log_line_prefix: "%m [%p] ",
    // Values of statements may be personal data and never reach the log.
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_checkpoints: "off",
  };
}

/** PostgreSQL's configuration file; quotes doubled as its grammar wants. */
export const settingsFile = (settings: Settings): string =>
  `# Written by Suiren at every start. Use ALTER SYSTEM for local changes.\n${Object.entries(settings)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join("")}`;
