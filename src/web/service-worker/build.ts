export type Build = { mark: string; files: readonly string[] };

const ofTheServer = ['/api', '/p', '/healthz', '/readyz'];

/** What the server makes itself. A page that it comes to make stands here too, or the installed app shows its own in that place. */
export function isOfTheServer(path: string): boolean {
  return ofTheServer.some((one) => path === one || path.startsWith(`${one}/`));
}

/** An address that the app itself knows, as the server has it too (api/web-files.ts): nothing of the server, no file. */
export function isScreen(path: string): boolean {
  return !isOfTheServer(path) && !/\.[a-z0-9]{1,8}$/i.test(path);
}
