"""Every kind of change an administrator may propose, by key."""

from zhunsheng.kernel.org.change import Kind
from zhunsheng.kernel.org.change_institutions import INSTITUTIONS
from zhunsheng.kernel.org.change_limits import LIMITS
from zhunsheng.kernel.org.change_people import PEOPLE
from zhunsheng.kernel.org.change_posts import POSTS
from zhunsheng.kernel.org.change_questions import QUESTIONS
from zhunsheng.kernel.org.change_units import UNITS

KINDS: dict[str, Kind] = {
    kind.key: kind for kind in (*PEOPLE, *POSTS, *UNITS, *INSTITUTIONS, *LIMITS, *QUESTIONS)
}
