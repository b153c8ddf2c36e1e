/** Why a cell could not be understood; the screen has words for each (`reject.<code>`). */
export type ParseProblem =
  | 'empty'
  | 'not_a_date'
  | 'no_such_day'
  | 'no_year'
  | 'not_money'
  | 'negative_money'
  | 'money_too_large'
  | 'not_a_phone'
  | 'phone_letters'
  | 'not_an_email'
  | 'not_a_name'
  | 'not_yes_no'
  | 'not_a_count'
  | 'unknown_state'
  | 'unknown_channel'
  | 'unknown_outcome'
  | 'unknown_legal_form';

/** What every parser of a cell returns: it never throws, whatever the text. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ParseProblem };

export function parsedAs<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function notParsed(problem: ParseProblem): { readonly ok: false; readonly problem: ParseProblem } {
  return { ok: false, problem };
}
