import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../data/me.ts';
import { reviveActs, type ReviveItem } from '../../data/revive.ts';
import { useAct } from '../../data/use-act.ts';
import { Button, ButtonTo } from '../../ui/button.tsx';
import { AgainCard, type PickedUp } from '../revive/again-card.tsx';

type Props = {
  items: readonly ReviveItem[];
  /** Those that are let go still, as the server last said. */
  still: readonly ReviveItem[];
  /** When it said so. */
  stillAt: number;
  mayWrite: boolean;
};

/** The three cards, and one button that puts them all in today. */
export function BeginThree({ items, still, stillAt, mayWrite }: Props) {
  const { t } = useTranslation('imports');
  const me = useMe();
  const [tapped, setTapped] = useState<ReadonlyMap<string, { how: PickedUp; at: number }>>(new Map());
  const remember = (id: string, how: PickedUp) =>
    setTapped((before) => new Map([...before, [id, { how, at: Date.now() }]]));
  // An undo from the toast makes it let go again: then it is offered again. What the server said before the tap does not.
  const pickedUp = ({ opportunity: { id } }: ReviveItem) => {
    const tap = tapped.get(id);
    if (!tap || (stillAt > tap.at && still.some((one) => one.opportunity.id === id))) return null;
    return tap.how;
  };
  const rest = items.filter((item) => pickedUp(item) === null);
  const all = useAct({
    run: async (left: readonly ReviveItem[]) => {
      // One after another: each is a change of its own that can be taken back.
      for (const item of left) {
        await reviveActs.into(item, me.today);
        remember(item.opportunity.id, 'today');
      }
      return left.length;
    },
    says: (count) => t('firstAllDone', { count }),
  });
  return (
    <>
      <div className="first__cards">
        {items.map((item) => (
          <AgainCard
            key={item.opportunity.id}
            item={item}
            pickedUp={pickedUp(item)}
            onPickUp={(how) => remember(item.opportunity.id, how)}
          />
        ))}
      </div>
      {mayWrite &&
        (rest.length > 0 ? (
          <Button kind="primary" size="large" busy={all.isPending} onClick={() => all.mutate(rest)}>
            {t('firstAll', { count: rest.length, number: rest.length === 3 ? t('number.n3') : t('number.n2') })}
          </Button>
        ) : (
          <ButtonTo kind="primary" size="large" to="/">
            {t('toToday')}
          </ButtonTo>
        ))}
    </>
  );
}
