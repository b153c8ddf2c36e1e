import type { CardCondition } from '#files/dav/address-book-request';
import type { ContactCard } from '#usecases/contacts/address-book';

type Query = { conditions: readonly CardCondition[]; all: boolean };

/** Whether a card is one that was asked for (RFC 6352, 10.5); texts compare without regard to case. */
export function cardMatches(card: ContactCard, { conditions, all }: Query): boolean {
  if (conditions.length === 0) return true;
  const holds = (condition: CardCondition) => conditionHolds(valueOf(card, condition.property), condition);
  return all ? conditions.every(holds) : conditions.some(holds);
}

function conditionHolds(value: string | null, { absent, texts, all }: CardCondition): boolean {
  if (absent) return value === null;
  if (value === null) return false;
  if (texts.length === 0) return true;
  const folded = value.toLowerCase();
  const holds = ({ value: wanted, how, not }: CardCondition['texts'][number]) => matches(folded, wanted, how) !== not;
  return all ? texts.every(holds) : texts.some(holds);
}

function matches(value: string, wanted: string, how: CardCondition['texts'][number]['how']): boolean {
  switch (how) {
    case 'equals':
      return value === wanted;
    case 'starts-with':
      return value.startsWith(wanted);
    case 'ends-with':
      return value.endsWith(wanted);
    default:
      return value.includes(wanted);
  }
}

function valueOf(card: ContactCard, property: string): string | null {
  switch (property) {
    case 'FN':
      return card.name;
    case 'N':
      return [card.particle, card.lastName, card.firstName].filter(Boolean).join(' ');
    case 'EMAIL':
      return card.email;
    case 'TEL':
      return card.phone;
    case 'ORG':
      return card.organisation;
    case 'TITLE':
      return card.title;
    case 'UID':
      return `urn:uuid:${card.id}`;
    default:
      return null;
  }
}
