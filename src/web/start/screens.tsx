import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { TodayScreen } from '../screens/today/today-screen.tsx';
import { NothingHere } from '../screens/shell/nothing-here.tsx';
import { Skeleton } from '../ui/states.tsx';

// Today comes with the first load; every other screen is a file of its own. One line here and one <Route> below a screen.
const DoneScreen = lazy(() => import('../screens/today/done-screen.tsx').then((file) => ({ default: file.DoneScreen })));
const LaterScreen = lazy(() => import('../screens/today/later-screen.tsx').then((file) => ({ default: file.LaterScreen })));
const PersonsScreen = lazy(() => import('../screens/persons/persons-screen.tsx').then((file) => ({ default: file.PersonsScreen })));
const PersonScreen = lazy(() => import('../screens/person/person-screen.tsx').then((file) => ({ default: file.PersonScreen })));
const OpportunityScreen = lazy(() => import('../screens/opportunity/opportunity-screen.tsx').then((file) => ({ default: file.OpportunityScreen })));
const OrganisationScreen = lazy(() => import('../screens/organisation/organisation-screen.tsx').then((file) => ({ default: file.OrganisationScreen })));
const MoreScreen = lazy(() => import('../screens/shell/more-screen.tsx').then((file) => ({ default: file.MoreScreen })));

export function Screens() {
  return (
    <Suspense fallback={<Skeleton height={120} rows={3} />}>
      <Switch>
        <Route path="/" component={TodayScreen} />
        <Route path="/done" component={DoneScreen} />
        <Route path="/later" component={LaterScreen} />
        <Route path="/persons" component={PersonsScreen} />
        <Route path="/persons/:id">{({ id }) => <PersonScreen key={id} id={id} />}</Route>
        <Route path="/opportunities/:id">{({ id }) => <OpportunityScreen key={id} id={id} />}</Route>
        <Route path="/organisations/:id">{({ id }) => <OrganisationScreen key={id} id={id} />}</Route>
        <Route path="/more" component={MoreScreen} />
        <Route component={NothingHere} />
      </Switch>
    </Suspense>
  );
}
