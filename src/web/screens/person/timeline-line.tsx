import type { ReactNode } from 'react';
import { LongText } from '../../ui/long-text.tsx';
import { useTranslation } from 'react-i18next';
import {
  CalendarClock,
  CirclePlus,
  FileInput,
  GitMerge,
  History,
  OctagonX,
  Pencil,
  PhoneIncoming,
  Reply,
  Pin,
  RotateCcw,
  Trophy,
  Undo2,
  UserRoundCheck,
  type LucideIcon,
} from 'lucide-react';
import type { Moment, TimelineEntry } from '#contract/opportunity';
import { allStopReasons, nextChannels, states } from '#core/opportunity/vocabulary';
import { useMayWrite } from '../../data/me.ts';
import { useFormat } from '../../ui/use-format.ts';
import { ChannelIcon } from '../log/channel-icon.tsx';
import { outcomeKey } from '../log/outcome-key.ts';

type EventEntry = Exclude<TimelineEntry, { kind: 'moment' }>;

const icons: Record<EventEntry['kind'], LucideIcon> = {
  created: CirclePlus,
  imported: FileInput,
  opening: History,
  stopped: OctagonX,
  won: Trophy,
  revived: RotateCcw,
  handed_over: UserRoundCheck,
  planned: CalendarClock,
  inbound: PhoneIncoming,
  merged: GitMerge,
  pinned: Pin,
  undone: Undo2,
  corrected: Pencil,
};

type Props = { entry: TimelineEntry; titled: boolean; onCorrect: (moment: Moment) => void };

export function TimelineLine({ entry, titled, onCorrect }: Props) {
  return entry.kind === 'moment' ? (
    <MomentLine entry={entry} titled={titled} onCorrect={onCorrect} />
  ) : (
    <EventLine entry={entry} titled={titled} />
  );
}

function Line({
  icon,
  strong,
  title,
  when,
  about,
  note,
  act,
}: {
  icon: ReactNode;
  strong: boolean;
  title: string;
  when: string;
  about: string;
  note: string | null;
  act?: ReactNode;
}) {
  return (
    <li className={`timeline__line${strong ? ' timeline__line--strong' : ''}`}>
      <span className="timeline__icon">{icon}</span>
      <div className="timeline__what">
        <p>
          <span className="timeline__title">{title}</span> <span className="timeline__about muted small">{about}</span>
        </p>
        {note && (
          <p className="timeline__note">
            <LongText text={note} />
          </p>
        )}
      </div>
      <p className="timeline__when muted small">{when}</p>
      {act}
    </li>
  );
}

function MomentLine({ entry, titled, onCorrect }: Props & { entry: Extract<TimelineEntry, { kind: 'moment' }> }) {
  const { t } = useTranslation(['timeline', 'words', 'permission']);
  const format = useFormat();
  const mayWrite = useMayWrite();
  const { moment } = entry;
  const number = moment.number === null ? t('timeline:care') : t('timeline:contact', { number: moment.number });
  const title = `${number}: ${t(outcomeKey(moment)).toLowerCase()}`;
  const about = [
    t(`words:channel.${moment.channel}`),
    moment.minutes > 0 && format.minutes(moment.minutes),
    moment.intent && t(moment.intent === 'give' ? 'timeline:gave' : 'timeline:asked'),
    moment.until && t('timeline:plannedFor', { day: format.day(moment.until) }),
    titled && entry.opportunityTitle,
  ];
  return (
    <Line
      strong={moment.conversation}
      icon={<ChannelIcon channel={moment.channel} size={17} />}
      title={title}
      when={format.day(entry.on)}
      about={[
        ...about,
        moment.permission?.verdict === 'block' &&
          t(moment.number === null ? 'permission:notedBlockedCare' : 'permission:notedBlocked'),
      ]
        .filter(Boolean)
        .join(' · ')}
      note={moment.note}
      act={
        mayWrite && (
          <button
            type="button"
            className="menu__button timeline__correct"
            aria-label={t('timeline:correctOf', { what: number })}
            onClick={() => onCorrect(moment)}
          >
            <Pencil size={16} aria-hidden="true" />
          </button>
        )
      }
    />
  );
}

/** Why a next moment was moved by itself. */
const movedBy = ['spread', 'permission', 'away', 'address_dead', 'pace_active', 'pace_slow', 'pace_later'] as const;

function EventLine({ entry, titled }: { entry: EventEntry; titled: boolean }) {
  const { t } = useTranslation(['timeline', 'words']);
  const format = useFormat();
  const Icon = entry.kind === 'inbound' && entry.channel === 'email' ? Reply : icons[entry.kind];
  const reason = allStopReasons.find((one) => one === entry.reason);
  const state = entry.kind === 'imported' ? states.find((one) => one === entry.reason) : undefined;
  const moved = movedBy.find((one) => one === entry.reason);
  const channel = nextChannels.find((one) => one === entry.channel);
  const about = [
    entry.nextOn && t('timeline:plannedFor', { day: format.day(entry.nextOn) }),
    channel && t(`words:channel.${channel}`),
    // An import keeps the state that its row had.
    state
      ? t(`words:state.${state}`)
      : moved
        ? t(`timeline:moved.${moved}`)
        : reason
          ? t(`words:stopReason.${reason}`).toLowerCase()
          : entry.reason,
    titled && entry.opportunityTitle,
    entry.member && t('timeline:by', { name: entry.member.name }),
  ];
  return (
    <Line
      strong={entry.kind === 'won'}
      icon={<Icon size={17} aria-hidden="true" />}
      title={useTitle(entry)}
      when={format.day(entry.on)}
      about={about.filter(Boolean).join(' · ')}
      note={entry.note}
    />
  );
}

function useTitle({ kind, number }: EventEntry): string {
  const { t } = useTranslation('timeline');
  if (kind === 'opening' && number !== null) return t('openingCount', { count: number });
  if (kind === 'stopped') {
    if (number === null) return t('stoppedBare');
    return number === 0 ? t('stoppedNone') : t('kind.stopped', { number });
  }
  if (kind === 'won') return number === null ? t('wonBare') : t('kind.won', { number });
  return t(`kind.${kind}`);
}
