import type { ThemeText } from './themes.ts';

export const TEACHING: ThemeText = {
  goals: `
Build a bedside teaching session that students ask for | I would see them examine a patient with pleasure and not with fear. | the ward is full and I think of cancelling | I teach one sign for ten minutes and call it a session | Watch two good teachers; First session; Feedback in their words; Third session with a peer
Finish the certificate in medical education | It would give my interest a name in this department. | an essay waits for the perfect hour | I write two hundred bad words before breakfast | Module one; Teaching portfolio; Observed session; Certificate
Turn the lecture into a workshop | Sixty people looked at their telephones, and they were right. | I add slides again | I delete two and write a question instead | Three cases; Trial with friends; First workshop; Shared with colleagues
Learn to give feedback that changes something | I am known to be nice. I would like to be useful. | I hear myself say "good job" | I add the one thing I saw and the one thing to try | Ten written feedbacks; Ask for feedback on feedback; Teach it once
`,
  objectives: `
Watch the recorded session together and find two things
Plan the workshop backwards, from what they should be able to do
Make the portfolio tell one story
Talk about the student who does not speak
Prepare for the observed session
`,
  agenda: `
What students remember after a week
The quiet student, and the one who is not
How to teach on a ward that has no time
Assessment: what do I want to know?
A colleague teaches something that is wrong
Portfolio: three pieces are enough
How to get teaching counted
Near-peer tutors: whom to ask
`,
  tasks: `
Ask four students for one sentence each
Cut the lecture to three cases
Invite a colleague to watch on the ninth
Write the plan of the session on one card
Collect two feedbacks that hurt and keep them
Try the one-minute question at the end
`,
  favours: `
Watch your session and say only two things
Lend you my box of cases
Ask the dean how teaching counts for promotion
Send the rubric we use for observed sessions
Co-teach the first workshop
`,
  advice: `
Consider starting with the case and letting the theory be asked for.
You could count how long you wait after a question. Five seconds feels like a year.
Perhaps give the quiet student the first question, by name, the day before.
Teach less. What they find out themselves stays.
Tell them what you do not know. It gives them permission.
`,
  moments: `
INSIGHT | I answered my own questions. All of them.
ENCOURAGEMENT | Two students stayed to examine the second patient.
ADVICE | Say what you saw, not what you think of it.
INTRODUCTION | Hannelore, who has taught this for twenty years and still asks.
INSIGHT | Being nice was a way not to be seen.
ENCOURAGEMENT | That silence was long, and you held it.
`,
  notes: `
The recording: good questions, no waiting. Aim for five seconds.
Workshop plan: case, question, pairs, one board, no slides before the break.
Portfolio: the murmur session, the workshop, and one failure with what came of it.
Feedback in three steps: saw, wondered, try next. Written on the back of the badge.
The observed session is on the ninth. We agreed what to look for, and it is only one thing.
`,
};
