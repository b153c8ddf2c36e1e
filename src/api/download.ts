import type { Readable } from 'node:stream';

const mark = Symbol('download');

/** An answer that is a file. `fileName` may hold any letters: the header gets an ASCII form and a UTF-8 one (RFC 6266). */
export type Download = {
  readonly [mark]: true;
  fileName: string;
  type: string;
  content: string | Buffer | Readable;
  /** Of a stream: how many bytes will come. */
  size?: number | undefined;
};

export function download(fileName: string, type: string, content: string | Buffer | Readable, size?: number): Download {
  return { [mark]: true, fileName, type, content, size };
}

export function isDownload(answer: unknown): answer is Download {
  return typeof answer === 'object' && answer !== null && mark in answer;
}

/** Always an attachment: nothing that was uploaded is ever shown inline. */
export function contentDisposition(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\w.() -]/g, '_');
  const utf8 = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
