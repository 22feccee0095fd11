"""Who is signed in, with their agency: every page asks for both."""

from django.contrib.auth.backends import ModelBackend

from zhunsheng.kernel.org.models import Person


class PersonBackend(ModelBackend):
    """Django's own way to know an account, in one question instead of two."""

    def get_user(self, user_id: int) -> Person | None:
        person = Person.objects.select_related("agency").filter(pk=user_id).first()
        return person if person is not None and self.user_can_authenticate(person) else None
