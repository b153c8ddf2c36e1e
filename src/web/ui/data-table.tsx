import type { ReactNode } from 'react';
import './data-table.css';

/** Room for a table of figures, scrolling sideways on a phone: so the keyboard must get at it. */
export function TableRoom({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-room" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** The figures behind a chart, for whoever opens them; `note` below the table. */
export function TableBehind({ label, note, children }: { label: string; note?: ReactNode; children: ReactNode }) {
  return (
    <details className="table-behind">
      <summary className="unfold">{label}</summary>
      <TableRoom label={label}>{children}</TableRoom>
      {note && <p className="muted small">{note}</p>}
    </details>
  );
}
