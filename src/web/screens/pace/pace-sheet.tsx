import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Pace } from '#contract/pace';
import { meQuery, useMe } from '../../data/me.ts';
import { fitPace } from '../../data/pace.ts';
import { settingsActs } from '../../data/settings.ts';
import { useAct } from '../../data/use-act.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { usePaceWords } from './use-pace-words.ts';

/** Other minutes a day, each with what it carries: one tap chooses, and fits the pace to it at once. */
export function PaceSheet({ pace, onClose }: { pace: Pace; onClose: () => void }) {
  const { t } = useTranslation('pace');
  const format = useFormat();
  const client = useQueryClient();
  const { member } = useMe();
  const { carried } = usePaceWords();
  const choose = useAct({
    run: async (minutesADay: number) => {
      const saved = await settingsActs.me({ minutesADay, version: member.version });
      client.setQueryData(meQuery.queryKey, saved);
      return fitPace();
    },
    says: ({ up, down }, minutes) =>
      t('fitted', { minutes: format.minutesLong(minutes), up: format.number(up), down: format.number(down) }),
    change: ({ changeId }) => changeId,
  });
  // More than what carries all of them changes nothing.
  const enough = pace.choices.find((one) => one.rest === 0)?.minutesADay ?? Infinity;
  const others = pace.choices.filter((one) => one.minutesADay !== pace.minutesADay && one.minutesADay <= enough);
  const choices = [...others, pace].toSorted((a, b) => a.minutesADay - b.minutesADay);
  return (
    <Sheet title={t('sheetTitle')} about={t('sheetAbout')} onClose={onClose}>
      <ul className="pace__choices">
        {choices.map((choice) => (
          <li key={choice.minutesADay}>
            <button
              type="button"
              className="pace__choice"
              aria-current={choice.minutesADay === pace.minutesADay ? 'true' : undefined}
              aria-busy={choose.isPending || undefined}
              onClick={() => {
                if (choose.isPending) return;
                if (choice.minutesADay === pace.minutesADay) onClose();
                else choose.mutate(choice.minutesADay, { onSuccess: onClose });
              }}
            >
              <span className="pace__minutes number">
                {t('choice', { minutes: format.minutesLong(choice.minutesADay) })}
                {choice.minutesADay === pace.minutesADay && <span className="pace__now">{t('chosen')}</span>}
              </span>
              <span className="muted small number">{carried(choice, pace)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
