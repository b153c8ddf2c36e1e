import { lazy, useState, type ComponentType } from 'react';

type Load<P> = () => Promise<{ default: ComponentType<P> }>;

/**
 * As `lazy`, but what was fetched before (warm) is drawn in one go. Of what it once waited for React shows nothing for a third of a second
 * more, which made the first tap on a phone take 420 ms.
 */
export function drawnAtOnce<P extends object>(load: Load<P>): { Sheet: ComponentType<P>; warm: () => void } {
  let here: ComponentType<P> | undefined;
  const fetched: Load<P> = async () => {
    const file = await load();
    here = file.default;
    return file;
  };
  const Later: ComponentType<P> = lazy(fetched);
  function Sheet(props: P) {
    // For as long as it lies there: another kind would begin anew, and lose what was filled in.
    const [kind] = useState(() => ({ Shown: here ?? Later }));
    return <kind.Shown {...props} />;
  }
  return { Sheet, warm: () => void fetched().catch(() => undefined) };
}
