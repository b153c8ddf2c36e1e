import { useEffect, type ReactNode } from 'react';
import { Afterwards } from './afterwards.tsx';
import './page.css';

type Props = {
  title: string;
  /** One line under the title. */
  about?: ReactNode;
  /** Above the title: the way back. */
  before?: ReactNode;
  /** Beside the title: chips, buttons. */
  acts?: ReactNode;
  /** Beside the page on a wide screen, below it on a phone; drawn after the page. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame of a screen: title, acts, content, aside. Sets the window's title. */
export function Page({ title, before, about, acts, aside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Aanhouder`;
  }, [title]);
  return (
    <div className={`page${aside ? ' page--aside' : ''}`}>
      <div className="page__main">
        <header className="page__head">
          <div className="page__titles">
            {before}
            <h1>{title}</h1>
            {about && <p className="page__about">{about}</p>}
          </div>
          {acts && <div className="page__acts">{acts}</div>}
        </header>
        {children}
      </div>
      {aside && (
        <Afterwards>
          <aside className="page__aside">{aside}</aside>
        </Afterwards>
      )}
    </div>
  );
}
