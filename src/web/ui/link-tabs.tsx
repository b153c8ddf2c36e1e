import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import './link-tabs.css';

/** Places beside each other inside one screen, each with an address of its own. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly { to: string; label: ReactNode }[] }) {
  const [path] = useLocation();
  return (
    <nav className="link-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          href={tab.to}
          replace
          className="link-tabs__tab"
          aria-current={path === tab.to ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
