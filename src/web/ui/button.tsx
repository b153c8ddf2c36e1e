import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'wouter';
import './button.css';

/** `primary`: the one act of a screen. `plain`: beside it. `quiet`: text only. `danger`: destroys. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

type Look = {
  kind?: ButtonKind;
  size?: 'normal' | 'large' | 'small';
  busy?: boolean;
  wide?: boolean;
  icon?: ReactNode;
};

function classOf({ kind = 'plain', size = 'normal', wide = false }: Look, extra: string | undefined): string {
  return ['button', `button--${kind}`, `button--${size}`, wide ? 'button--wide' : '', extra ?? ''].join(' ').trim();
}

export function Button({
  kind,
  size,
  busy = false,
  wide,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<'button'>) {
  const look = { ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) };
  return (
    <button
      type="button"
      {...rest}
      className={classOf(look, className)}
      aria-busy={busy || undefined}
      // Not `disabled`: a disabled button loses the focus. A second press while busy does nothing.
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {icon}
      {children}
    </button>
  );
}

/** An address outside the app: tel:, mailto:, https:. */
export function ButtonOut({
  kind,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: Omit<Look, 'busy'> & ComponentProps<'a'>) {
  const look = { ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) };
  return (
    <a {...rest} className={classOf(look, className)}>
      {icon}
      {children}
    </a>
  );
}

/** A place inside the app. */
export function ButtonTo({
  to,
  kind,
  size,
  wide,
  icon,
  children,
}: Omit<Look, 'busy'> & { to: string; children: ReactNode }) {
  const look = { ...(kind && { kind }), ...(size && { size }), ...(wide && { wide }) };
  return (
    <Link href={to} className={classOf(look, undefined)}>
      {icon}
      {children}
    </Link>
  );
}
