/** A first sentence for each occasion (`opener.<code>`, core/today/why.ts), ready to say or to send. Change it as you like. */
export const opener = {
  hello: 'Hello {{name}},',
  first_talk: 'We have not spoken before. May I ask what you are working on at the moment?',
  after_silence: 'I tried to reach you earlier. Is this a better moment, or shall I call another time?',
  keen_on: 'Last time this appealed to you: {{keen}}. How do you look at it now?',
  promised: 'I promised you something, and here it is. Shall we go through it together?',
  quote: 'You have had our proposal for a while. Which question can I still answer for you?',
  revive_timing: 'When we spoke it was not the right time. Is there more room for it now?',
  revive_keen: 'When we spoke, this appealed to you: {{keen}}. Do you still think of it?',
  revive_about: 'We were in touch about {{about}}. After that you heard no more from me. Is it still on your mind?',
  revive_once: 'We were in touch once, and after that you heard no more from me. How do things stand now?',
  revive_silence: 'It has been quiet between us, and that was my doing too. Is it still on your mind?',
  revive_price: 'Last time the price stood in the way. I thought of a smaller first step; may I show it to you?',
  give_news: 'I came across something that may be of use to you. Shall I send it?',
  check_in: 'How have things gone since we last spoke?',
  waiting: 'Good that you got in touch. I would like to help you straight away.',
} as const;
