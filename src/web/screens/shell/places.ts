import {
  BookOpenCheck,
  CalendarCheck2,
  ChartNoAxesColumn,
  ChartSpline,
  FolderInput,
  Kanban,
  RotateCcw,
  Send,
  Settings,
  SlidersHorizontal,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Role } from '#core/opportunity/vocabulary';

export type PlaceName =
  | 'today'
  | 'persons'
  | 'board'
  | 'mirror'
  | 'stillToGain'
  | 'revive'
  | 'outlook'
  | 'whatIf'
  | 'outbox'
  | 'import'
  | 'settings';
export type Place = { name: PlaceName; to: string; /** Second key after g. */ key: string; icon: LucideIcon };

/** The places of the main menu, with the key that goes there (`g t`). One line a screen. */
export const places: readonly Place[] = [
  { name: 'today', to: '/', key: 't', icon: CalendarCheck2 },
  { name: 'persons', to: '/persons', key: 'p', icon: Users },
  { name: 'board', to: '/board', key: 'b', icon: Kanban },
  { name: 'mirror', to: '/mirror', key: 'm', icon: ChartNoAxesColumn },
  { name: 'stillToGain', to: '/still-to-gain', key: 'n', icon: BookOpenCheck },
  { name: 'revive', to: '/revive', key: 'r', icon: RotateCcw },
  { name: 'outlook', to: '/outlook', key: 'o', icon: ChartSpline },
  { name: 'whatIf', to: '/what-if', key: 'w', icon: SlidersHorizontal },
  { name: 'outbox', to: '/outbox', key: 'u', icon: Send },
  { name: 'import', to: '/import', key: 'i', icon: FolderInput },
  { name: 'settings', to: '/settings', key: 's', icon: Settings },
];

const forViewers: readonly PlaceName[] = ['outlook', 'settings'];

/** The places of this role: a viewer sees what is to come, and nothing of people. */
export function placesOf(role: Role): readonly Place[] {
  return role === 'viewer' ? places.filter((place) => forViewers.includes(place.name)) : places;
}

/** Whether an address lies in a place: `/persons/…` lights up Mensen, `/done` lights up Vandaag. */
export function isIn(place: Place, path: string): boolean {
  if (place.to === '/') return ['/', '/done', '/later', '/focus'].includes(path);
  if (
    place.name === 'persons' &&
    (path.startsWith('/opportunities') || path.startsWith('/organisations') || path === '/duplicates')
  )
    return true;
  return path === place.to || path.startsWith(`${place.to}/`);
}
