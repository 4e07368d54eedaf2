from django.shortcuts import render

from findings.coverage import tables


def coverage(request):
    return render(request, "coverage.html", tables())
