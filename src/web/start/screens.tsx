import { lazy, Suspense, type ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useMayWrite } from '../data/me.ts';
import { TodayScreen } from '../screens/today/today-screen.tsx';
import { NothingHere } from '../screens/shell/nothing-here.tsx';
import { Skeleton } from '../ui/states.tsx';
import { AllWords } from './all-words.tsx';

// Today comes with the first load; every other screen is a file of its own. One line here and one <Route> below a screen.
const DoneScreen = lazy(() =>
  import('../screens/today/done-screen.tsx').then((file) => ({ default: file.DoneScreen })),
);
const FocusScreen = lazy(() =>
  import('../screens/focus/focus-screen.tsx').then((file) => ({ default: file.FocusScreen })),
);
const PracticeScreen = lazy(() =>
  import('../screens/practice/practice-screen.tsx').then((file) => ({ default: file.PracticeScreen })),
);
const LaterScreen = lazy(() =>
  import('../screens/today/later-screen.tsx').then((file) => ({ default: file.LaterScreen })),
);
const PersonsScreen = lazy(() =>
  import('../screens/persons/persons-screen.tsx').then((file) => ({ default: file.PersonsScreen })),
);
const BoardScreen = lazy(() =>
  import('../screens/board/board-screen.tsx').then((file) => ({ default: file.BoardScreen })),
);
const DuplicatesScreen = lazy(() =>
  import('../screens/duplicates/duplicates-screen.tsx').then((file) => ({ default: file.DuplicatesScreen })),
);
const PersonScreen = lazy(() =>
  import('../screens/person/person-screen.tsx').then((file) => ({ default: file.PersonScreen })),
);
const OpportunityScreen = lazy(() =>
  import('../screens/opportunity/opportunity-screen.tsx').then((file) => ({ default: file.OpportunityScreen })),
);
const OrganisationScreen = lazy(() =>
  import('../screens/organisation/organisation-screen.tsx').then((file) => ({ default: file.OrganisationScreen })),
);
const MoreScreen = lazy(() =>
  import('../screens/shell/more-screen.tsx').then((file) => ({ default: file.MoreScreen })),
);
const MirrorScreen = lazy(() =>
  import('../screens/mirror/mirror-screen.tsx').then((file) => ({ default: file.MirrorScreen })),
);
const TimeScreen = lazy(() => import('../screens/time/time-screen.tsx').then((file) => ({ default: file.TimeScreen })));
const StoriesScreen = lazy(() =>
  import('../screens/stories/stories-screen.tsx').then((file) => ({ default: file.StoriesScreen })),
);
const MissedScreen = lazy(() =>
  import('../screens/missed/missed-screen.tsx').then((file) => ({ default: file.MissedScreen })),
);
const ReviveScreen = lazy(() =>
  import('../screens/revive/revive-screen.tsx').then((file) => ({ default: file.ReviveScreen })),
);
const OutlookScreen = lazy(() =>
  import('../screens/outlook/outlook-screen.tsx').then((file) => ({ default: file.OutlookScreen })),
);
const OutboxScreen = lazy(() =>
  import('../screens/outbox/outbox-screen.tsx').then((file) => ({ default: file.OutboxScreen })),
);
const WhatIfScreen = lazy(() =>
  import('../screens/what-if/what-if-screen.tsx').then((file) => ({ default: file.WhatIfScreen })),
);
const ImportScreen = lazy(() =>
  import('../screens/import/import-screen.tsx').then((file) => ({ default: file.ImportScreen })),
);
const ImportPage = lazy(() =>
  import('../screens/import/import-page.tsx').then((file) => ({ default: file.ImportPage })),
);
const SettingsScreen = lazy(() =>
  import('../screens/settings/settings-screen.tsx').then((file) => ({ default: file.SettingsScreen })),
);

const CalendarScreen = lazy(() =>
  import('../screens/calendar/calendar-screen.tsx').then((file) => ({ default: file.CalendarScreen })),
);
const PhoneScreen = lazy(() =>
  import('../screens/phone/phone-screen.tsx').then((file) => ({ default: file.PhoneScreen })),
);
const PrivacyScreen = lazy(() =>
  import('../screens/rights/privacy-screen.tsx').then((file) => ({ default: file.PrivacyScreen })),
);

const PublicPageScreen = lazy(() =>
  import('../screens/public-page/public-page-screen.tsx').then((file) => ({ default: file.PublicPageScreen })),
);
const ThreeNamesScreen = lazy(() =>
  import('../screens/public-page/three-names-screen.tsx').then((file) => ({ default: file.ThreeNamesScreen })),
);

/** What there is for who plans and produces. */
function ViewerScreens() {
  return (
    <Later>
      <Switch>
        <Route path="/outlook" component={OutlookScreen} />
        <Route path="/settings" component={SettingsScreen} />
        <Route path="/more" component={MoreScreen} />
        <Route>
          <Redirect to="/outlook" replace />
        </Route>
      </Switch>
    </Later>
  );
}

export function Screens() {
  const mayWrite = useMayWrite();
  if (!mayWrite) return <ViewerScreens />;
  return (
    <Switch>
      <Route path="/" component={TodayScreen} />
      <Route>
        <OtherScreens />
      </Route>
    </Switch>
  );
}

/** All of them wait for the words that Today does without. */
function Later({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<Skeleton height={120} rows={3} />}>
      <AllWords>{children}</AllWords>
    </Suspense>
  );
}

function OtherScreens() {
  return (
    <Later>
      <Switch>
        <Route path="/done" component={DoneScreen} />
        <Route path="/later" component={LaterScreen} />
        <Route path="/focus" component={FocusScreen} />
        <Route path="/practice" component={PracticeScreen} />
        <Route path="/persons" component={PersonsScreen} />
        <Route path="/board" component={BoardScreen} />
        <Route path="/duplicates" component={DuplicatesScreen} />
        <Route path="/persons/:id">{({ id }) => <PersonScreen key={id} id={id} />}</Route>
        <Route path="/opportunities/:id">{({ id }) => <OpportunityScreen key={id} id={id} />}</Route>
        <Route path="/organisations/:id">{({ id }) => <OrganisationScreen key={id} id={id} />}</Route>
        <Route path="/more" component={MoreScreen} />
        <Route path="/mirror" component={MirrorScreen} />
        <Route path="/mirror/time" component={TimeScreen} />
        <Route path="/mirror/stories" component={StoriesScreen} />
        <Route path="/still-to-gain" component={MissedScreen} />
        <Route path="/revive">
          <ReviveScreen key="let-go" />
        </Route>
        <Route path="/revive/let-lie">
          <ReviveScreen key="let-lie" letLie />
        </Route>
        <Route path="/outlook" component={OutlookScreen} />
        <Route path="/outbox" component={OutboxScreen} />
        <Route path="/what-if" component={WhatIfScreen} />
        <Route path="/import" component={ImportScreen} />
        <Route path="/import/:id">{({ id }) => <ImportPage key={id} id={id} />}</Route>
        <Route path="/settings" component={SettingsScreen} />
        <Route path="/settings/privacy" component={PrivacyScreen} />
        <Route path="/settings/public-page">
          <PublicPageScreen part="page" />
        </Route>
        <Route path="/settings/public-page/lessons">
          <PublicPageScreen part="lessons" />
        </Route>
        <Route path="/settings/public-page/tips">
          <PublicPageScreen part="tips" />
        </Route>
        <Route path="/settings/public-page/people">
          <PublicPageScreen part="people" />
        </Route>
        <Route path="/three-names/:link">{({ link }) => <ThreeNamesScreen link={link} />}</Route>
        <Route path="/settings/calendar" component={CalendarScreen} />
        <Route path="/phone" component={PhoneScreen} />
        <Route component={NothingHere} />
      </Switch>
    </Later>
  );
}
