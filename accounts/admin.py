"""Users in the administration; only for superusers."""

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group

from accounts.models import User

# Rights come with the two groups that a migration makes, and an address is changed on the user.
admin.site.unregister(Group)
admin.site.unregister(EmailAddress)


class UserCreationForm(AdminUserCreationForm):
    """A new user has an address and a name."""

    class Meta:
        model = User
        fields = ("email", "name")


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """People who sign in."""

    add_form = UserCreationForm
    ordering = ("name",)
    list_display = ("name", "email", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "groups")
    search_fields = ("name", "email")
    readonly_fields = ("last_login", "date_joined", "erased_at")
    filter_horizontal = ("groups",)
    fieldsets = (
        (None, {"fields": ("email", "name", "password")}),
        ("Adgang", {"fields": ("is_active", "is_staff", "is_superuser", "groups")}),
        ("Tider", {"fields": ("last_login", "date_joined", "erased_at")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "usable_password", "password1", "password2")}),)
