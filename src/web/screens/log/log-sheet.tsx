import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogMoment, Opportunity } from '#contract/opportunity';
import { channels, type Channel, isConversation, type Outcome } from '#core/opportunity/vocabulary';
import type { FailureCode } from '../../data/api-problem.ts';
import { figuresQuery } from '../../data/figures.ts';
import { opportunityActs } from '../../data/opportunities.ts';
import { useAct } from '../../data/use-act.ts';
import { useMe } from '../../data/me.ts';
import { newId } from '../../data/new-id.ts';
import { heldWaiting } from '../../offline/chain.ts';
import { useWaiting } from '../../offline/use-outbox.ts';
import { Afterwards } from '../../ui/afterwards.tsx';
import { Button } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { callNameOf, nameOf } from '../opportunity/who-is.ts';
import { AskToCall, mayAskToCall, useConsentToCall } from '../permission/ask-to-call.tsx';
import { When } from '../plan/when.tsx';
import { BeforeYouSpeak } from '../relationship/before-you-speak.tsx';
import { AddressLine } from './address-line.tsx';
import { endPending } from './pending-store.ts';
import type { LogDraft } from './log-draft.ts';
import { OutcomeGrid } from './outcome-grid.tsx';
import { OutcomeStep, stepFor, type StepAnswer } from './outcome-step.tsx';
import { useLog } from './use-log.ts';
import './log-sheet.css';

type Props = {
  opportunity: Opportunity;
  draft: Partial<LogDraft>;
  /** Came back from a call: asks "Hoe ging het met …?". */
  back: boolean;
  trouble: FailureCode | null;
  /** Tapped already, elsewhere; asks what it still needs. */
  outcome?: Outcome | null;
  /** In the place of one that the server did not take. */
  entryId?: string;
  onClose: () => void;
};

function firstChannel(opportunity: Opportunity): Channel {
  const planned = opportunity.nextMoment?.channel;
  return planned && planned !== 'wait' ? planned : (opportunity.last?.channel ?? 'call');
}

/** Everything but the outcome is optional and comes before it, because the tap on an outcome saves. */
export function LogSheet({
  opportunity,
  draft: given,
  back,
  trouble,
  entryId,
  outcome: tapped = null,
  onClose,
}: Props) {
  const { t } = useTranslation(['log', 'words', 'plan', 'problem']);
  const me = useMe();
  const log = useLog();
  const yes = useConsentToCall();
  const [draft, setDraft] = useState<LogDraft>({
    channel: firstChannel(opportunity),
    note: '',
    minutes: null,
    nextOn: null,
    happenedOn: null,
    ...given,
  });
  const [chosen, setChosen] = useState<Outcome | null>(tapped);
  // One id a sheet: whatever is sent twice counts once.
  const clientId = useRef(entryId ?? newId());
  const waiting = useWaiting(opportunity.id).filter((one) => one.id !== entryId);
  const name = callNameOf(opportunity);
  const fill = (part: Partial<LogDraft>) => setDraft((before) => ({ ...before, ...part }));

  const save = (outcome: Outcome, answer: StepAnswer = {}) => {
    const body: LogMoment & { clientId: string } = {
      channel: draft.channel,
      outcome,
      // Known here: what the server said, and what is on its way to it.
      expectedHeld: opportunity.held + heldWaiting(waiting, opportunity.id),
      clientId: clientId.current,
      ...(draft.note.trim() && { note: draft.note.trim() }),
      ...(draft.minutes !== null && { minutes: draft.minutes }),
      ...(draft.happenedOn && draft.happenedOn !== me.today && { happenedOn: draft.happenedOn }),
      ...(draft.nextOn && outcome !== 'not_now' && { next: { on: draft.nextOn } }),
      ...(trouble === 'before_creation' && { beforeCreation: true }),
      // Said in a conversation, or not at all.
      ...(draft.consent && isConversation(outcome) && outcome !== 'do_not_contact' && { consent: yes }),
      ...answer,
    };
    void log(opportunity, body, draft);
  };

  const tap = (outcome: Outcome) => {
    if (stepFor(outcome)) setChosen(outcome);
    else save(outcome);
  };

  return (
    <Sheet
      title={t(back ? 'log:back' : 'log:title', { name: back ? name : nameOf(opportunity) })}
      about={[
        t('log:contact', { number: opportunity.held + heldWaiting(waiting, opportunity.id) + 1 }),
        opportunity.title,
      ]
        .filter(Boolean)
        .join(' · ')}
      onClose={() => {
        // "Not now" to the question after a call is an answer too: the pill does not come back.
        if (back) endPending(opportunity.id);
        onClose();
      }}
    >
      <Trouble trouble={trouble} opportunity={opportunity} onClose={onClose} />
      {/* The outcomes are what the tap was for: they are painted first, and what may be said besides right after, above them. */}
      <Afterwards>
        {opportunity.person && <BeforeYouSpeak personId={opportunity.person.id} />}
        <Chips
          look="row"
          legend={t('log:channel')}
          value={draft.channel}
          options={channels.map((channel) => ({ value: channel, label: t(`words:channel.${channel}`) }))}
          onChange={(channel) => fill({ channel })}
        />
        <Whereto channel={draft.channel} opportunity={opportunity} />
        <TextArea
          label={t('log:note')}
          rows={2}
          placeholder={t('log:noteHint')}
          value={draft.note}
          onChange={(event) => fill({ note: event.target.value })}
          optional
        />
        {mayAskToCall(opportunity) && (
          <AskToCall
            opportunity={opportunity}
            checked={draft.consent === true}
            onChange={(consent) => fill({ consent })}
          />
        )}
        {/* Such an outcome decides itself when again, or that there is no again. */}
        {!chosen && (
          <When rhythm legend={t('plan:when')} value={draft.nextOn} onChange={(nextOn) => fill({ nextOn })} />
        )}
        <More draft={draft} fill={fill} open={trouble === 'before_creation'} />
      </Afterwards>
      <div className="log__outcome">
        {chosen ? (
          <OutcomeStep
            outcome={chosen}
            opportunity={opportunity}
            onBack={() => setChosen(null)}
            onAnswer={(answer) => save(chosen, answer)}
          />
        ) : (
          <OutcomeGrid onTap={tap} />
        )}
      </div>
    </Sheet>
  );
}

/** A visit needs the way there, a card what to write on its envelope. */
function Whereto({ channel, opportunity }: { channel: Channel; opportunity: Opportunity }) {
  const address = opportunity.person?.address;
  if (!address || !(['visit', 'meeting', 'post'] as const).some((one) => one === channel)) return null;
  return (
    <p className="log__address">
      <AddressLine address={address} copy={channel === 'post'} />
    </p>
  );
}

/** Folded: how long it took and on which day, made when somebody opens it. */
function More({
  draft,
  fill,
  open: asked,
}: {
  draft: LogDraft;
  fill: (part: Partial<LogDraft>) => void;
  open: boolean;
}) {
  const { t } = useTranslation('log');
  const [open, setOpen] = useState(asked || draft.happenedOn !== null || draft.minutes !== null);
  return (
    <details className="log__more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('more')}</summary>
      {open && <MoreFields draft={draft} fill={fill} />}
    </details>
  );
}

function MoreFields({ draft, fill }: { draft: LogDraft; fill: (part: Partial<LogDraft>) => void }) {
  const { t } = useTranslation('log');
  const { today } = useMe();
  const figures = useQuery({ ...figuresQuery, staleTime: 60_000 });
  const usual = figures.data?.channels.find(({ channel }) => channel === draft.channel)?.minutes;
  return (
    <div className="log__pair">
      <Field
        label={t('minutes')}
        type="number"
        inputMode="numeric"
        min={0}
        max={1440}
        // What is filled in when nothing is said: learned from what was.
        hint={draft.measured && draft.minutes !== null ? t('minutesMeasured') : undefined}
        placeholder={usual === undefined ? undefined : String(usual)}
        value={draft.minutes ?? ''}
        onChange={(event) =>
          fill({
            minutes: event.target.value === '' ? null : Math.trunc(Number(event.target.value)),
            measured: false,
          })
        }
      />
      <Field
        label={t('happenedOn')}
        type="date"
        max={today}
        value={draft.happenedOn ?? today}
        onChange={(event) => fill({ happenedOn: event.target.value === '' ? null : event.target.value })}
      />
    </div>
  );
}

/** Why it was not saved, and what to do now. */
function Trouble({
  trouble,
  opportunity,
  onClose,
}: {
  trouble: FailureCode | null;
  opportunity: Opportunity;
  onClose: () => void;
}) {
  const { t } = useTranslation(['log', 'problem']);
  const revive = useAct({
    run: () => opportunityActs.revive(opportunity.id),
    says: () => t('log:revive'),
    change: (out) => out.changeId,
  });
  if (trouble === null) return null;
  return (
    <div className="notice" role="alert">
      <p>
        {trouble === 'held_conflict'
          ? t('log:conflict', { number: opportunity.held, next: opportunity.held + 1 })
          : trouble === 'opportunity_not_open'
            ? t('log:notOpen')
            : trouble === 'before_creation'
              ? t('log:beforeCreation')
              : t(`problem:${trouble}`)}
      </p>
      {trouble === 'opportunity_not_open' && opportunity.state === 'stopped' && (
        <Button kind="primary" busy={revive.isPending} onClick={() => revive.mutate(undefined, { onSuccess: onClose })}>
          {t('log:revive')}
        </Button>
      )}
    </div>
  );
}
