from django.shortcuts import render

from findings.models import Theme


def theme_list(request):
    themes = Theme.objects.with_published_counts()
    return render(request, "theme/list.html", {"themes": themes})
