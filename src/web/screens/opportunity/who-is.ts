import type { Opportunity } from '#contract/opportunity';

/** Whom an opportunity is with: the person, else the organisation, else its own title. */
export function nameOf(opportunity: Opportunity): string {
  return opportunity.person?.name ?? opportunity.organisation?.name ?? opportunity.title;
}

/** Organisation and subject under a name; either may be empty. A firm of which nobody is known by name is not said twice. */
export function aboutOf(opportunity: Opportunity): string {
  const organisation =
    opportunity.person && opportunity.person.name !== opportunity.organisation?.name
      ? opportunity.organisation?.name
      : undefined;
  return [organisation, opportunity.title].filter(Boolean).join(' · ');
}

/** Longer than any first name; what comes in as one word may be a whole row of a list. */
const longestFirstName = 24;

/** What a friend would say: the first word of the name. */
export function firstNameOf(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? name;
  return first.length > longestFirstName ? `${first.slice(0, longestFirstName)}…` : first;
}

/** How one speaks of whom an opportunity is with: a person by the first name, a firm of which nobody is known by its whole name. */
export function callNameOf(opportunity: Opportunity): string {
  const name = nameOf(opportunity);
  return name === opportunity.organisation?.name ? name : firstNameOf(name);
}

/** The page where an opportunity is worked. */
export function pageOf(opportunity: Opportunity): string {
  return opportunity.person ? `/persons/${opportunity.person.id}` : `/opportunities/${opportunity.id}`;
}
