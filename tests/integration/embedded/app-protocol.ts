export interface Request {
  readonly id: number;
  readonly words: readonly string[];
}

export interface Reply {
  readonly id: number;
  /** JSON */
  readonly value?: string;
  readonly fault?: { readonly code: string; readonly words: string };
}

export function parseRequest(message: unknown): Request {
  if (typeof message === 'object' && message !== null && 'id' in message && 'words' in message) {
    const { id, words } = message;
    if (typeof id === 'number' && Array.isArray(words)) return { id, words: words.map(String) };
  }
  throw new Error(`not a request: ${JSON.stringify(message)}`);
}

export function parseReply(message: unknown): Reply {
  if (typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number') {
    const { id } = message;
    if ('value' in message && typeof message.value === 'string') return { id, value: message.value };
    if ('fault' in message && typeof message.fault === 'object' && message.fault !== null) {
      const { fault } = message;
      if ('code' in fault && 'words' in fault)
        return { id, fault: { code: String(fault.code), words: String(fault.words) } };
    }
  }
  throw new Error(`not a reply: ${JSON.stringify(message)}`);
}
