import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bulk, BulkAct, StartBulk } from '#contract/list';
import { paces, stopReasons, type StopReason } from '#core/opportunity/vocabulary';
import { type FailureCode, codeOf } from '../../data/api-problem.ts';
import { boardActs } from '../../data/board.ts';
import { useMe } from '../../data/me.ts';
import { rememberChange } from '../../data/recent-changes.ts';
import { membersQuery } from '../../data/settings.ts';
import { useUndo } from '../../data/use-act.ts';
import { Button, ButtonOut } from '../../ui/button.tsx';
import { Chips } from '../../ui/chips.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { useStages } from '../board/stage-names.ts';

type Kind = BulkAct['kind'];
const kindWords = {
  shift: 'actShift',
  plan: 'actPlan',
  assign: 'actAssign',
  stage: 'actStage',
  pace: 'actPace',
  stop: 'actStop',
  export: 'actExport',
} as const satisfies Record<Kind, string>;
const days = ['7', '14', '30', '90'] as const;

type Props = {
  /** These, or all that a filter finds. */
  whom: Pick<StartBulk, 'opportunityIds' | 'filter'>;
  count: number;
  onDone: () => void;
  onClose: () => void;
};

/** One act on many: chosen, looked at before it is done, done in batches with its progress shown, and taken back as one. */
export function BulkSheet({ whom, count, onDone, onClose }: Props) {
  const { t } = useTranslation(['list', 'words', 'stop', 'ui', 'problem']);
  const me = useMe();
  const format = useFormat();
  const client = useQueryClient();
  const undo = useUndo();
  const members = useQuery(membersQuery);
  const { stages, nameOf } = useStages();
  const [kind, setKind] = useState<Kind>('shift');
  const [shift, setShift] = useState<(typeof days)[number]>('7');
  const [on, setOn] = useState('');
  const [assigneeId, setAssigneeId] = useState(me.member.id);
  const [stage, setStage] = useState('');
  const [pace, setPace] = useState<(typeof paces)[number]>('slow');
  const [saidNo, setSaidNo] = useState<'yes' | 'no' | null>(null);
  const [reason, setReason] = useState<StopReason | null>(null);
  const [note, setNote] = useState('');
  const [preview, setPreview] = useState<Bulk | null>(null);
  const [running, setRunning] = useState<Bulk | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const kinds = (Object.keys(kindWords) as Kind[]).filter(
    (one) => one !== 'export' || me.member.role === 'owner' || me.member.role === 'manager',
  );

  const act = ((): BulkAct | null => {
    switch (kind) {
      case 'shift':
        return { kind, days: Number(shift) };
      case 'plan':
        return on === '' ? null : { kind, on };
      case 'assign':
        return { kind, assigneeId };
      case 'stage':
        return { kind, stage: stage || (stages[0]?.id ?? '') };
      case 'pace':
        return { kind, pace };
      case 'stop':
        return saidNo === null || reason === null
          ? null
          : { kind, saidNo: saidNo === 'yes', reason, ...(note.trim() && { note: note.trim() }) };
      case 'export':
        return { kind };
    }
  })();

  const guarded = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  const look = () => act && void guarded(async () => setPreview(await boardActs.startBulk({ act, ...whom })));
  const carryOut = () =>
    preview &&
    void guarded(async () => {
      let now: Bulk = { ...preview, done: 0 };
      while (now.position < now.total) {
        now = await boardActs.nextOfBulk(now.id, now.position);
        setRunning(now);
        // From the first batch on there is something to take back, also when the connection breaks.
        if (now.changeId) rememberChange({ changeId: now.changeId, label: t('list:done', { count: now.done }) });
      }
      const { changeId } = now;
      showToast(t('list:done', { count: now.done }), changeId === null ? {} : { undo: () => void undo(changeId) });
      void client.invalidateQueries();
      onDone();
    });

  return (
    <Sheet
      title={t('list:bulkTitle', { count })}
      about={preview && kind !== 'export' ? t('list:undoNote') : undefined}
      onClose={onClose}
      foot={
        preview ? (
          <>
            <Button onClick={() => (running ? onClose() : setPreview(null))}>
              {t(running ? 'ui:close' : 'ui:back')}
            </Button>
            {kind === 'export' ? (
              <ButtonOut kind="primary" href={`/api/v1/bulk/${preview.id}/export.csv`} download onClick={onDone}>
                {t('list:download')}
              </ButtonOut>
            ) : (
              preview.done > 0 && (
                <Button kind="primary" busy={busy} onClick={carryOut}>
                  {t('list:carryOut', { count: preview.done })}
                </Button>
              )
            )}
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('ui:cancel')}</Button>
            <Button kind="primary" busy={busy} disabled={act === null} onClick={look}>
              {t('list:preview')}
            </Button>
          </>
        )
      }
    >
      {preview ? (
        <>
          <p role="status">
            {preview.done > 0 ? t('list:previewDone', { count: preview.done }) : t('list:previewNone')}
          </p>
          {preview.refused.length > 0 && (
            <ul className="bulk__refused">
              {preview.refused.map((one) => (
                <li key={one.code}>
                  {t(`list:refused_${one.code}`, { number: format.number(one.count) })}
                  {one.names.length > 0 && (
                    <span className="muted"> ({t('list:among', { names: format.list(one.names) })})</span>
                  )}
                </li>
              ))}
            </ul>
          )}
          {kind === 'stop' && <p className="muted">{t('list:stopNote')}</p>}
          {running && (
            <ProgressBar
              label={t('list:bulk')}
              words={t('list:progress', { done: format.number(running.position), total: format.number(running.total) })}
              done={running.position}
              total={running.total}
            />
          )}
        </>
      ) : (
        <>
          <Chips
            legend={t('list:act')}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: t(`list:${kindWords[one]}`) }))}
            onChange={setKind}
          />
          {kind === 'shift' && (
            <Chips
              shown
              legend={t('list:shiftDays')}
              value={shift}
              options={days.map((one) => ({ value: one, label: one }))}
              onChange={setShift}
            />
          )}
          {kind === 'plan' && (
            <Field
              label={t('list:planOn')}
              type="date"
              min={me.today}
              value={on}
              onChange={(event) => setOn(event.target.value)}
            />
          )}
          {kind === 'assign' && (
            <Select
              label={t('list:assignTo')}
              value={assigneeId}
              onChange={(event) => setAssigneeId(event.target.value)}
            >
              {(members.data?.items ?? [])
                .filter((one) => one.role !== 'viewer')
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
            </Select>
          )}
          {kind === 'stage' && (
            <Select label={t('list:stageTo')} value={stage} onChange={(event) => setStage(event.target.value)}>
              {stages.map((one) => (
                <option key={one.id} value={one.id}>
                  {nameOf(one)}
                </option>
              ))}
            </Select>
          )}
          {kind === 'pace' && (
            <Chips
              shown
              legend={t('list:paceTo')}
              value={pace}
              options={paces.map((one) => ({ value: one, label: t(`words:pace.${one}`) }))}
              onChange={setPace}
            />
          )}
          {kind === 'stop' && (
            <>
              <Chips
                shown
                legend={t('stop:saidNo')}
                value={saidNo}
                options={[
                  { value: 'yes', label: t('stop:yes') },
                  { value: 'no', label: t('stop:no') },
                ]}
                onChange={setSaidNo}
              />
              <Chips
                shown
                legend={t('stop:reason')}
                value={reason}
                options={stopReasons
                  .filter((one) => saidNo !== 'yes' || one !== 'no_response')
                  .map((one) => ({ value: one, label: t(`words:stopReason.${one}`) }))}
                onChange={setReason}
              />
              <TextArea
                label={t('stop:note')}
                rows={2}
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                optional
              />
            </>
          )}
        </>
      )}
      {failure && (
        <p className="field__error" role="alert">
          {t(`problem:${failure}`)}
        </p>
      )}
    </Sheet>
  );
}
