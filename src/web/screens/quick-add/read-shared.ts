import { readCard } from '#core/signature/read-card';
import { readSignature, type ContactText } from '#core/signature/read-signature';

export type Shared = {
  /** One line for the field "who", as one would type it. */
  line: string;
  /** What has no field there: what they are, where, a second number. */
  more: string;
};

/** A card, or the end of a mail, that was pasted or shared; null for what is one line already. */
export function readShared(text: string): Shared | null {
  if (!/\n|BEGIN:VCARD/i.test(text.trim())) return null;
  const read = readCard(text) ?? readSignature(text);
  return read && sharedOf(read);
}

function sharedOf({ name, organisation, title, phones, email, linkedin, address }: ContactText): Shared | null {
  const [phone, ...others] = phones.map((one) => one.replaceAll(/\s*([-/.])\s*/g, '$1'));
  // A comma would begin the next part.
  const parts = [name, organisation, phone, email, linkedin].flatMap(
    (part) => part?.replaceAll(/[,;|\t]+/g, ' ') ?? [],
  );
  if (parts.length === 0) return null;
  return { line: parts.join(', '), more: [title, address, ...others].filter(Boolean).join(' · ') };
}
