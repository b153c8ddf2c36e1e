import { useState, type ReactNode } from 'react';

type Props = { summary: ReactNode; /** Made at the first opening. */ children: () => ReactNode };

/** A line that folds open. Rows that nobody looks at yet would cost the first paint as much as those in sight. */
export function Fold({ summary, children }: Props) {
  const [opened, setOpened] = useState(false);
  const open = () => setOpened(true);
  return (
    <details className="fold" onToggle={open}>
      {/* Before the browser opens it, so that there is no frame of an empty one. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Enter and the space bar on a summary are clicks */}
      <summary onClick={open}>{summary}</summary>
      {opened && children()}
    </details>
  );
}
