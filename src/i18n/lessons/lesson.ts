/** One of twelve, one for each contact moment. `body` and `act`: paragraphs of plain text. */
export type Lesson = {
  title: string;
  body: readonly string[];
  /** What to do today; ten minutes at most. */
  act: string;
};

/** Twelve, the lesson of contact n at place n − 1. */
export type Lessons = readonly [
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
  Lesson,
];
