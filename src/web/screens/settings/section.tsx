import { useId, type ReactNode } from 'react';

/** One subject of the settings, with a heading that the list of sections jumps to. */
export function Section({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section id={id} className="settings__section card" aria-labelledby={heading}>
      <header>
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {about && <p className="muted">{about}</p>}
      </header>
      {children}
    </section>
  );
}
