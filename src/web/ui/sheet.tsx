import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import './sheet.css';

type Props = {
  title: ReactNode;
  /** One line under the title. */
  about?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** Stays at the bottom of the sheet: the acts. */
  foot?: ReactNode;
  width?: 'normal' | 'wide';
};

/**
 * Makes an open dialog modal in the frame after the one in which it comes into sight. That makes all the rest inert, for which the browser
 * computes every style of the page again: a tap need not wait for it. Answers how to leave it.
 */
function modalSoon(dialog: HTMLDialogElement): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      const at = document.activeElement;
      // Not closed, which would give the focus back in between.
      dialog.removeAttribute('open');
      dialog.showModal();
      if (at instanceof HTMLElement && dialog.contains(at)) at.focus();
    });
  });
  return () => cancelAnimationFrame(frame);
}

/**
 * From the bottom on a phone, in the middle on a desktop. The browser's own modal dialog, which keeps the focus inside and closes on Escape.
 * Mounted = open.
 */
export function Sheet({ title, about, onClose, children, foot, width = 'normal' }: Props) {
  const { t } = useTranslation('ui');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) {
      // React's autoFocus comes before the dialog is shown and is lost: mark the first control with data-first instead. The browser goes
      // there by itself; moving the focus once more would have it lay out everything twice.
      const first = dialog.querySelector<HTMLElement>('[data-first]');
      first?.setAttribute('autofocus', '');
      dialog.show();
      if (first && document.activeElement !== first) first.focus();
    }
    const stay = dialog && modalSoon(dialog);
    // The veil belongs to the dialog itself: a press on it is a press on the dialog and on nothing inside.
    const press = (event: MouseEvent) => event.target === dialog && close.current();
    dialog?.addEventListener('mousedown', press);
    return () => {
      stay?.();
      dialog?.removeEventListener('mousedown', press);
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`sheet sheet--${width}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        // Until it is modal the browser does not ask for it.
        if (event.key === 'Escape' && !event.currentTarget.matches(':modal')) onClose();
      }}
    >
      <div className="sheet__body">
        <header className="sheet__head">
          <div>
            <h2 id={titleId} className="sheet__title">
              {title}
            </h2>
            {about && <p className="sheet__about">{about}</p>}
          </div>
          <button type="button" className="sheet__close" aria-label={t('close')} onClick={onClose}>
            <X size={20} aria-hidden="true" />
          </button>
        </header>
        <div className="sheet__content">{children}</div>
        {foot && <footer className="sheet__foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
