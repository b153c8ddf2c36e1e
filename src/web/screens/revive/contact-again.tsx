import type { Channel } from '#core/opportunity/vocabulary';
import { useMe } from '../../data/me.ts';
import { reviveActs, type ReviveItem } from '../../data/revive.ts';
import { useAct } from '../../data/use-act.ts';
import { ContactLink } from '../log/contact-link.tsx';

/**
 * One tap to call or write to somebody who was let go. The tap itself picks the opportunity up again, so that "how did it
 * go?" can be logged on coming back; if nothing is logged, it stands in Today.
 */
export function ContactAgain({
  item,
  channel,
  letter,
  letGo = item.opportunity.state === 'stopped',
  onPickedUp,
}: {
  item: ReviveItem;
  channel: Channel;
  letter: string | undefined;
  /** Still: false when it was picked up after this item was asked for. */
  letGo?: boolean;
  onPickedUp?: (() => void) | undefined;
}) {
  const me = useMe();
  const pickUp = useAct({ run: () => reviveActs.into(item, me.today), change: (out) => out.changeId });
  return (
    <span
      // A click on the link inside; the link stays what it is for keyboard and screen reader.
      role="presentation"
      onClickCapture={() => {
        if (letGo && !pickUp.isPending) pickUp.mutate(undefined, onPickedUp ? { onSuccess: onPickedUp } : {});
      }}
    >
      <ContactLink opportunity={item.opportunity} channel={channel} opener={letter} named />
    </span>
  );
}
