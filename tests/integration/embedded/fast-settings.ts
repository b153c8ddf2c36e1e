import type { ServerSettings } from '#db/embedded/server-settings';

/** A crash of the process keeps the page cache, so these tests lose nothing by it and run several times faster. */
export const fastSettings: ServerSettings = { fsync: false, shared_buffers: '16MB' };
