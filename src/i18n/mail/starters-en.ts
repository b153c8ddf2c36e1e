import type { Starters } from './starter.ts';

export const startersEn: Starters = [
  {
    subject: 'Good to have met you',
    body: `Hello {{first}},

Good that we talked about {{about}}. I will gladly put what is possible in a row for you, so that you can choose in peace.

What would you like to know first? One line back is enough, and I will start on it.

Kind regards,
{{me}}`,
  },
  {
    subject: 'Something that may help you',
    body: `Hello {{first}},

One thing is good to know beforehand about {{about}}: what it asks of your own time.

I will gladly work that out for you, on half a page. Shall I?

Kind regards,
{{me}}`,
  },
  {
    subject: 'What held you up?',
    body: `Hello {{first}},

You were interested, and then there was everything else. I know how that goes.

Is there one thing that you still doubt about {{about}}? If you tell me which, I will answer just that, and nothing more.

Kind regards,
{{me}}`,
  },
  {
    subject: 'Ten minutes, when it suits you',
    body: `Hello {{first}},

By mail we will not get all of it clear. Shall we call for ten minutes? You ask, I answer, and after it you know whether it is something for you.

Which day suits you?

Kind regards,
{{me}}`,
  },
  {
    subject: 'Begin small',
    body: `Hello {{first}},

Big decisions are easier after a small one: one part, four weeks, and only then decide whether you go on.

It may be a good way for you too. Shall I write down what such a beginning looks like?

Kind regards,
{{me}}`,
  },
  {
    subject: 'Has anything changed with you?',
    body: `Hello {{first}},

It is a while since we talked about {{about}}. Perhaps the question has become smaller since then, or bigger.

How do things stand now? If it is no longer needed, tell me that too. That is a good answer.

Kind regards,
{{me}}`,
  },
  {
    subject: 'I thought of you',
    body: `Hello {{first}},

I thought of our talk today. How are you, and how is it going with {{about}}?

If there is something that I can help you with, also something small, tell me. You need not want anything from me for it.

Kind regards,
{{me}}`,
  },
  {
    subject: 'Too much at once?',
    body: `Hello {{first}},

Perhaps the whole of {{about}} was too much at once. Then leave the largest part out. Which part would help you most, if you could have only one?

Name it, and I will make an offer for that alone.

Kind regards,
{{me}}`,
  },
  {
    subject: 'May I ask your advice?',
    body: `Hello {{first}},

I would like to hear from you, also if you never buy anything from me. What was the reason that it did not go on yet: the moment, the price, or something else?

Your answer helps me to do it better. Three words are enough.

Kind regards,
{{me}}`,
  },
  {
    subject: 'Is this still so?',
    body: `Hello {{first}},

When we talked, this is what you were keen on: {{keen}}. I wrote it down, as I thought it a good idea.

Is it still so? Then I will call you this week, to hear what you need for it.

Kind regards,
{{me}}`,
  },
  {
    subject: 'Now, later, or not?',
    body: `Hello {{first}},

I like to keep in touch, and I do not want to be a nuisance. Will you tell me which it is?

1. Now: let us make an appointment.
2. Later: name a month, and I will be back then.
3. No: then I will close it, and you hear no more about this.

The number is enough.

Kind regards,
{{me}}`,
  },
  {
    subject: 'My last note about this',
    body: `Hello {{first}},

I will leave {{about}} to rest now. Thank you for the time that you gave me; I enjoyed getting to know you.

If the question comes back one day, you know where I am. One line is enough, and we go on where we were.

All the best,
{{me}}`,
  },
];
