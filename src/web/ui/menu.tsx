import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import './menu.css';

export type MenuItem = { label: ReactNode; onSelect: () => void; danger?: boolean; icon?: ReactNode };

type Props = { label: string; items: readonly (MenuItem | null | false)[]; children: ReactNode; className?: string };

/**
 * A button with a short list of acts. The browser's popover closes it on Escape and on a press beside it; arrow keys,
 * Home and End walk, as the ARIA menu pattern asks. Its acts are made at the first opening: a list has a menu a row.
 */
export function Menu({ label, items, children, className }: Props) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const buttonsOf = () => [...(list.current?.querySelectorAll('button') ?? [])];

  const place = () => {
    const anchor = button.current?.getBoundingClientRect();
    const menu = list.current;
    if (!anchor || !menu) return;
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = anchor.bottom + 4 + height <= window.innerHeight;
    menu.style.top = `${Math.max(8, below ? anchor.bottom + 4 : anchor.top - height - 4)}px`;
    menu.style.left = `${Math.min(Math.max(8, anchor.right - width), window.innerWidth - width - 8)}px`;
  };

  const walk = (event: KeyboardEvent) => {
    // Going on closes it; the focus goes on from its button.
    if (event.key === 'Tab') list.current?.hidePopover();
    const buttons = buttonsOf();
    const here = buttons.findIndex((one) => one === document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to >= buttons.length ? 0 : to)?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? 'menu__button'}
        aria-label={label}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        tabIndex={-1}
        onKeyDown={walk}
        // Before it is shown, so that it can be measured and placed.
        onBeforeToggle={(event) => event.newState === 'open' && flushSync(() => setOpened(true))}
        onToggle={(event) => {
          const open = event.newState === 'open';
          button.current?.setAttribute('aria-expanded', String(open));
          if (!open) return;
          place();
          buttonsOf()[0]?.focus();
        }}
      >
        {opened &&
          items.map(
            (item, index) =>
              item && (
                <button
                  // The list of acts is fixed a record: its place is its identity.
                  // eslint-disable-next-line react/no-array-index-key
                  key={index}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={`menu__item${item.danger ? ' menu__item--danger' : ''}`}
                  onClick={() => {
                    list.current?.hidePopover();
                    item.onSelect();
                  }}
                >
                  {item.icon}
                  {item.label}
                </button>
              ),
          )}
      </div>
    </>
  );
}
