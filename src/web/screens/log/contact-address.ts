import type { Address } from '#contract/address';
import type { ChannelPermission } from '#contract/permission';
import type { Channel } from '#core/opportunity/vocabulary';
import { routeTo } from './route-to.ts';

type Reachable = {
  phone: string | null;
  email: string | null;
  linkedin: string | null;
  /** Where they are found; left away by who asks for other channels. */
  address?: Address | null;
  /** What may be used, as the server answered. */
  channels: readonly Pick<ChannelPermission, 'channel' | 'verdict'>[];
};

/**
 * Where a tap on a channel leads: tel:, mailto:, wa.me, the profile, or the way to a visit. Null where there is no address, or where the
 * contact is had in person, and where the channel may not be used. `words`: what a written message begins with.
 */
export function contactAddress(
  channel: Channel,
  person: Reachable | null,
  words?: { subject?: string; body?: string },
): string | null {
  if (!person || isBlocked(channel, person)) return null;
  switch (channel) {
    case 'call':
      return person.phone ? `tel:${person.phone.replace(/[^\d+]/g, '')}` : null;
    case 'message': {
      if (!person.phone) return null;
      const text = words?.body ? `?text=${encodeURIComponent(words.body)}` : '';
      return `https://wa.me/${person.phone.replace(/\D/g, '')}${text}`;
    }
    case 'email': {
      if (!person.email) return null;
      const parts = Object.entries(words ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      return `mailto:${encodeURIComponent(person.email).replace('%40', '@')}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
    }
    case 'linkedin':
      return linkedinAddress(person.linkedin);
    case 'visit':
      return person.address ? routeTo(person.address) : null;
    case 'meeting':
    case 'video':
    case 'post':
      return null;
  }
}

/** A channel of which the server said no. */
export function isBlocked(channel: Channel, person: Pick<Reachable, 'channels'> | null): boolean {
  return person?.channels.find((one) => one.channel === channel)?.verdict === 'block';
}

/** Only an https address, or a bare profile name, becomes a link: a stored `javascript:` never does. */
function linkedinAddress(text: string | null): string | null {
  if (!text) return null;
  const bare = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^(www\.|[a-z]{2}\.)?linkedin\.com\//i, '');
  if (/^(in|company|pub)\/[^\s"'<>]+$/i.test(bare)) return `https://www.linkedin.com/${bare}`;
  return /^[\w-]{3,100}$/.test(bare) ? `https://www.linkedin.com/in/${bare}` : null;
}
