"""Who may do what, where Django's own rights say too little."""


def may_publish(user, record=None):
    """Whether `user` may show readers `record`, or a change to it."""
    return user.has_perm("findings.publish_record")


class PublishRight:
    """Mixin of a record's admin: actions with the permission "publish" ask here."""

    def has_publish_permission(self, request, record=None):
        return may_publish(request.user, record)
