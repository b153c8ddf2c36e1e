export type Build = { mark: string; files: readonly string[] };

/** An address that the app itself knows, as the server has it too (api/web-files.ts): no API, no file. */
export function isScreen(path: string): boolean {
  return (
    path !== '/api' &&
    !path.startsWith('/api/') &&
    !/^\/(healthz|readyz)$/.test(path) &&
    !/\.[a-z0-9]{1,8}$/i.test(path)
  );
}
