import type { ThemeText } from './themes.ts';

export const CAREER: ThemeText = {
  goals: `
Decide between fellowship abroad and staying | I keep both doors open and walk through neither. | I start another list of pros and cons | I call one person who chose the other way | Talk to four people; Visit one department; Talk with my partner; Decide by summer
Apply for the clinician-scientist track | It is the only post with two protected days. | I think that others are more deserving | I read the feedback that I have in writing | Read three past applications; One-page vision; Referees asked; Interview rehearsed; Applied
Write a curriculum vitae that sounds like me | Mine is a list of places. I would like it to say what I do there. | I delete a sentence for being too proud | I leave it in and ask a friend | Three stories; Two pages; Read by a stranger
Find a first job that need not be the last | I would like to choose it for what I will learn. | an offer comes with a deadline of two days | I ask for a week, politely, in writing | Five criteria; Informal talks; Two interviews; Signed
`,
  objectives: `
Lay both options side by side, with what each one costs
Rehearse the interview, the hard half of it
Look at the application as a stranger would
Decide whom to ask for a letter, and how
See what the next five years could look like, in two versions
Talk about money without blushing
`,
  agenda: `
What do I want more of, and what less?
The fellowship in Toronto, with and without the family
How to ask for a letter that says something
My strengths, in other people's words
Salary: what is usual and how to ask
What would you do differently at my age?
A job I did not apply for, and why
The two-body problem
`,
  tasks: `
Write to the three former fellows
Ask my partner the question we avoid
Put the five criteria on one card
Send the vision page, unfinished as it is
Note every task this week that gave me energy
Rehearse the opening answer with somebody who interrupts
`,
  favours: `
Introduce you to the head of the Toronto programme
Write a letter, and show it to you first
Tell you what the committee looks at in the first minute
Play the unfriendly interviewer
Send the salary table of our union
`,
  advice: `
Perhaps choose the people and not the institute; institutes move.
You could ask in the interview what happened to the last three fellows.
Consider a year that can be undone before five that cannot.
Ask for what you need in the first week after the offer. It is never that easy again.
Say what you did, not that you were part of a team that did.
`,
  moments: `
INSIGHT | I was looking for permission and not for advice.
ENCOURAGEMENT | You explained your idea in two minutes to somebody from another field.
ADVICE | The first job is a question, not an answer.
INTRODUCTION | Margaret, who moved with two children and says what it cost.
INSIGHT | My list of strengths was a list of duties.
ENCOURAGEMENT | They would be lucky, and you should let them know that you know.
`,
  notes: `
Two versions of the next five years. Both have teaching in them, which surprised us.
Criteria: people, protected time, city for two, language, and a boss who answers.
Letters: Daniel for research, Ingrid for the clinic, one from somebody junior.
The interview answer now begins with the patient and not with the method.
We spoke about money. It took five minutes and was overdue for a year.
The deadline is the fourteenth. The draft goes out on the seventh, however it looks.
`,
};
