/** Whether a text may stand in a header: nothing in it can end the line and begin another (RFC 5322, 2.2). */
export const isHeaderText = (text: string): boolean => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);

/** A line of a message is at most 998 characters (RFC 5322, 2.1.1), and an address of the web cannot be folded. */
export const longestUrl = 900;

export const isHeaderUrl = (text: string): boolean => text.length <= longestUrl && /^https?:\/\/[!-;=?-~]+$/.test(text);

/** One message id with its angle brackets, or several with spaces between them. */
export const isMessageIds = (text: string): boolean => /^<[!-;=?-~]+>(?: <[!-;=?-~]+>)*$/.test(text);
